gap-calc --no-header -c AFG --against-file=money/fts-plan-overview.json money/fts.csv | head -n 1
