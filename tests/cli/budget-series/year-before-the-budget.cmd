budget-series pages/cameroon-year-before-the-budget.txt
