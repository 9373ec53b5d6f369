printf 'year,pillar,budget\n2019,total,10\n2019,p1,9\n' | budget-series --no-header --check
