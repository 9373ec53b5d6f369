budget-series pages/cameroon-heading-of-the-budget-missing.txt
