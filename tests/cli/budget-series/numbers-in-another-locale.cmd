LC_ALL=de_DE.UTF-8 budget-series money/mali.csv
