poc-extract -y2019 people/made-up-dates.csv
