budget-series pages/cameroon-charts-a-line-each.txt
