budget-series --no-header --against-file=contributions.txt -y 2019 -p total money/mali.csv
