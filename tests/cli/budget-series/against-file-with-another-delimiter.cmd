tr , ';' <money/mali.csv | budget-series --delimiter=';' --against-file=money/mali.csv
