budget-series <(sed 2,10d money/iati-transactions-of-2019.csv) <(sed 11,99d money/iati-transactions-of-2019.csv)
