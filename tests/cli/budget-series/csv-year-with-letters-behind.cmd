printf 'year,budget\n2018,1\n2019abc,2\n' | budget-series --no-header
