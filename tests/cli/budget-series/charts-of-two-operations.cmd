cat money/mali-charts.ndjson money/mali-highcharts.ndjson | budget-series
