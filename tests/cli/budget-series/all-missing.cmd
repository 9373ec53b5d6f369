budget-series pages/cameroon-all-missing.txt
