gap-calc money/fts-clusters.csv
