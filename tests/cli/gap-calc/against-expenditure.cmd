gap-calc --against=expenditure money/made-up-against.csv
