{ printf '\357\273\277'; sed 's/$/\r/' money/fts-afghanistan-hxl.csv; } | budget-series --no-header
