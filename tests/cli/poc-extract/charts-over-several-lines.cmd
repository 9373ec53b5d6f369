poc-extract pages/cameroon-charts-over-several-lines.txt
