budget-series --check money/made-up-fts-plans.ndjson 2>&1 >/dev/null | sed 's/:[0-9:]*: error/: error/'
