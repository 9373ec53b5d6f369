printf 'year,p1,p2\n2019,1,2\n' | budget-series
