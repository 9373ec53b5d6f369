poc-extract pages/cameroon-charts-a-line-each.txt
