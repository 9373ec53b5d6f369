poc-extract pages/cameroon-charts-a-line-each-with-blank-lines.txt
