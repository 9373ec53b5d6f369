budget-series pages/cameroon-budget-missing.txt
