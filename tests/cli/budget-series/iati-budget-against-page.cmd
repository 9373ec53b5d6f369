budget-series --no-header --pillar=total --years=2019-2020 --against-file=money/iati-budgets.csv mali.txt
