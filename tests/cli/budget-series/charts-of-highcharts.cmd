budget-series money/mali-highcharts.ndjson
