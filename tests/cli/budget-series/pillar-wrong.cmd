budget-series --pillar=p1,p5 money/mali.csv
