gap-calc money/mali-highcharts.ndjson
