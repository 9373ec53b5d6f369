poc-extract people/budget.csv
