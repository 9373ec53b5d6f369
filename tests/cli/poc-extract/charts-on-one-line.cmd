poc-extract pages/cameroon-charts-on-one-line.txt
