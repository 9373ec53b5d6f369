printf 'year,budget,budget\n2019,1,2\n' | budget-series --no-header
