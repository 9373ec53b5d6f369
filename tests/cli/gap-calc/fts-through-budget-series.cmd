budget-series money/fts.csv | gap-calc
