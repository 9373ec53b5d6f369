budget-series pages/cameroon-year-before-the-budget-differs.txt
