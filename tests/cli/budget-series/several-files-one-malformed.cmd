budget-series -p total -y 2020 money/made-up-chart-too-short.json money/mali.csv
