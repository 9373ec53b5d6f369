budget-series --no-header --pillar=total --years=2020 --unit=usd --against-file=money/made-up-iati-budgets.csv mali.txt
