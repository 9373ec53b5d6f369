head -c 200 money/mali-charts.ndjson | gap-calc --group-by=year 2>/dev/null
