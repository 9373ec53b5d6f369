sed '/^#/d' money/fts-clusters.csv | budget-series
