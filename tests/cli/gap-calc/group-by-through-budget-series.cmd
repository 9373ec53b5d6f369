budget-series mali.txt | gap-calc --group-by=operation
