budget-series mali.txt | gap-calc
