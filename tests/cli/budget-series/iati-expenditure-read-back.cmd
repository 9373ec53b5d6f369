budget-series money/made-up-iati-transactions.csv | budget-series | cmp - <(budget-series money/made-up-iati-transactions.csv)
