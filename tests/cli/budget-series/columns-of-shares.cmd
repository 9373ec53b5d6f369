# A share, or an amount in another currency, is another column than the one that its name begins with.
printf 'operation,year,budget,expenditure %%\nMali,2019,10,50\n' | budget-series --no-header
printf 'operation,year,budget (%%)\nMali,2019,10\n' | budget-series --no-header
printf 'operation,year,budget (£)\nMali,2019,10\n' | budget-series --no-header
printf 'year,coa_name,refugees,%% refugees,idps (%%)\n2019,Mali,5,50,60\n' | poc-extract --no-header
printf 'date,donor,amount %%\n2019-01-01,Spain,10\n' | donors-list --no-header
# what is funded of the budget, in per cent
printf 'operation,year,requirements,funding,%% funded\nMali,2019,10,5,50\nChad,2019,10,5,60\n' | budget-series --no-header --check
