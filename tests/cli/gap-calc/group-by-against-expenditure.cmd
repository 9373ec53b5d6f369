gap-calc --group-by=operation --against=expenditure money/made-up-against.csv
