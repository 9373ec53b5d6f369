budget-series money/iati-transactions-of-2019.csv | budget-series
