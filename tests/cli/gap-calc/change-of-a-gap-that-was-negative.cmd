printf 'operation,year,budget,expenditure,unit\nX,2018,5,10,usd\nX,2019,15,10,usd\nX,2020,9,12,usd\n' | gap-calc --no-header --change
