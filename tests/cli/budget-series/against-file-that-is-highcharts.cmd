budget-series --against-file=money/mali-highcharts.ndjson money/mali-charts.json
