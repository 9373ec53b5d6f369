budget-series --complete --pillar=p2 mali.txt
