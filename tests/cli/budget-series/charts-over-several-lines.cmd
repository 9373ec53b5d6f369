budget-series pages/cameroon-charts-over-several-lines.txt
