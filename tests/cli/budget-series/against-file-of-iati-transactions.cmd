budget-series -u usd -y 2019 --against-file=money/iati-transactions-of-2019.csv mali.txt
