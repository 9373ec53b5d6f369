sed '6s/USD/EUR/' money/iati-budgets.csv | budget-series --no-header -y 2020
