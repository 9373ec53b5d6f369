printf 'Year,Budget\n" #date+year ", #value+budget \n2019,5\n' | budget-series --no-header
