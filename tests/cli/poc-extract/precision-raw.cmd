poc-extract --precision=raw people/made-up-noise.csv
