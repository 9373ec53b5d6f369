gap-calc --group-by=operation --against=funding -y 2015-2019 money/made-up-against.csv
