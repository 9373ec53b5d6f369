budget-series money/iati-budgets-of-2019-and-2020.csv | budget-series
