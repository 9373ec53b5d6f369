poc-extract -y 2023 people/monthly.csv
