budget-series pages/cameroon-charts-without-blanks-between.txt
