budget-series pages/cameroon-year-before-the-budget-missing.txt
