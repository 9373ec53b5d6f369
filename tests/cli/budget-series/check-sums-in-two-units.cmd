printf 'operation,year,pillar,budget,unit\nMali,2019,total,10,musd\nMali,2019,p1,9000000,usd\n' | budget-series --no-header --check
