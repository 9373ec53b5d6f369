budget-series <(sed 4,13d money/iati-transactions-of-2019.csv) <(sed "2,3d;14,99d" money/iati-transactions-of-2019.csv)
