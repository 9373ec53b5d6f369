printf '%s\n' operation,year,budget,expenditure '"Nowhere, ""here""",2018,10,4' '"Nowhere, ""here""",2019,10,4' | gap-calc --no-header --group-by=operation
