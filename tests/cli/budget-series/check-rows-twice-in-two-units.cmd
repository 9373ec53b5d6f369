printf 'operation,year,budget,unit\nMali,2019,10,musd\nMali,2019,10000000,usd\n' | budget-series --no-header --check
