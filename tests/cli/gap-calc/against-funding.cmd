gap-calc --against=funding money/made-up-against.csv
