budget-series pages/cameroon-charts-swapped.txt
