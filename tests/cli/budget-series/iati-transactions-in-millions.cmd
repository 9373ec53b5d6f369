budget-series -u musd -c MLI --no-header money/iati-transactions-of-2019.csv
