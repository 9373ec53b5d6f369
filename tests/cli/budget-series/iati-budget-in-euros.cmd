sed '6s/USD/EUR/' money/made-up-iati-budgets.csv | budget-series --no-header -y 2020
