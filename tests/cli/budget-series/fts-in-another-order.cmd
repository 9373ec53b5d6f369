budget-series money/fts-other-order.csv
