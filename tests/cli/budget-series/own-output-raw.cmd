budget-series --precision=raw mali.txt | budget-series --precision=raw
