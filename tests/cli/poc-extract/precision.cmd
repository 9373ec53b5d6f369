poc-extract --precision=0 -tSTA,HST people/made-up-numbers.csv
