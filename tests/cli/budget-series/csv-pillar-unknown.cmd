printf 'year,pillar,budget\n2019,p5,3\n' | budget-series
