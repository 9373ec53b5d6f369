budget-series --country=MAL money/mali.csv
