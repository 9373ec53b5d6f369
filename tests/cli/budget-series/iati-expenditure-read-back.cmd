budget-series money/iati-transactions.csv | budget-series | cmp - <(budget-series money/iati-transactions.csv)
