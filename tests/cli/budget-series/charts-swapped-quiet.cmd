budget-series -q pages/cameroon-charts-swapped.txt
