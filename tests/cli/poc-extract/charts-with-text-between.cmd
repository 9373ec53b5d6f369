poc-extract pages/cameroon-charts-with-text-between.txt
