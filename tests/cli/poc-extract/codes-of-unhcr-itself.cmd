poc-extract people/made-up-unhcr-codes.csv
