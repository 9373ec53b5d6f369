poc-extract people/made-up-labels-time-series.csv
