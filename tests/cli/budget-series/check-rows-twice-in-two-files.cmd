budget-series --check --no-header -y 2020 money/mali.csv mali.txt
