sed 's/,50$/,52/' money/fts-afghanistan.csv | budget-series --no-header --check >/dev/null
