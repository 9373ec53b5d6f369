gap-calc --check money/made-up-fts-twice.csv --no-header -y 2020
