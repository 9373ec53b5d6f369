budget-series pages/cameroon-charts-with-text-between.txt
