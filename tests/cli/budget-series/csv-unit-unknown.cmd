printf 'year,budget,unit\n2019,1,EUR\n' | budget-series --no-header
