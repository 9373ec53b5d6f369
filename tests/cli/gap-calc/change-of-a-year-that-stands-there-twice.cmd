printf '%s\n' year,budget,expenditure 2018,10,4 2018,10,5 2019,10,6 2020,10,5 | gap-calc --no-header --change
