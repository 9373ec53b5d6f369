budget-series --check -y 2019 -c MLI money/made-up-twice.csv
