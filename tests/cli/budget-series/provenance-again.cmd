budget-series --provenance mali.txt | budget-series
