budget-series pages/cameroon-charts-on-one-line.txt
