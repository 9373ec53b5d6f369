gap-calc --group-by=operation,year -c MLI money/iati-budgets-of-2019-and-2020.csv money/iati-transactions-of-2019.csv
