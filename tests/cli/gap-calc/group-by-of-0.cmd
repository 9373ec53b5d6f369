gap-calc --group-by=operation -y 2020-2021 money/made-up-against.csv
