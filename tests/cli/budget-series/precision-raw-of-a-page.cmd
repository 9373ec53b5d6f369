budget-series --precision=raw -p p1 mali.txt
