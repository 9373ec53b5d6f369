gap-calc --against=expenditure -c PSE money/fts.csv
