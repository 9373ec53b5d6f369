gap-calc -c MLI -p p1 money/iati-transactions-of-2019.csv
