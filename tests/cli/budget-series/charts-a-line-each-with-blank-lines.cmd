budget-series pages/cameroon-charts-a-line-each-with-blank-lines.txt
