printf 'year,pillar,budget\n2019,Total,9\n2019,Pillar 1,3\n2019,Stateless Programme,6\n' | budget-series --no-header
