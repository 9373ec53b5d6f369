budget-series -p p1,p4 money/iati-transactions-of-2019.csv
