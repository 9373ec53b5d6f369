printf '%s\n' operation,year,budget,expenditure A,2018,10,4 B,2019,10,7 A,2019,10,5 | gap-calc --no-header --change
