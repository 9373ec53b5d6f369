printf 'year,budget\n2018,1\nabout 2019,2\n' | budget-series --no-header
