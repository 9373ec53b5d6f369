budget-series pages/cameroon-charts-by-pillar-alone.txt
