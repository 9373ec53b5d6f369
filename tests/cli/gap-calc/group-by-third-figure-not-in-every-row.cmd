printf '%s\n' year,budget,funding,expenditure 2018,10,4,5 2018,10,4, | gap-calc --no-header --group-by=year
