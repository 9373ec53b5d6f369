budget-series --pillar=p4,p2 mali.txt
