budget-series --no-header --pillar=total --years=2019-2020 --against-file=money/made-up-iati-budgets.csv mali.txt
