gap-calc mali.txt | budget-series | gap-calc
