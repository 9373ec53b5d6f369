poc-extract pages/cameroon-charts-without-blanks-between.txt
