budget-series -u musd -c JOR money/fts.csv
