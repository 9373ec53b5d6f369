budget-series --strict pages/cameroon-charts-swapped.txt
