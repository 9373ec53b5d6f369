gap-calc money/mali-charts.ndjson
