budget-series --check pages/cameroon-charts-swapped.txt
