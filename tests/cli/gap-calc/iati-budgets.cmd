gap-calc -c MLI money/iati-budgets-of-2019-and-2020.csv
