poc-extract -c MLI,Mali people/mali.csv
