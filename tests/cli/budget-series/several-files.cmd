budget-series money/mali.csv money/chad-and-niger.csv
