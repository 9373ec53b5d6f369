budget-series --against-file=money/mali-rows.json money/mali.csv
