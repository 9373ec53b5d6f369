poc-extract pages/cameroon-year-before-the-budget.txt
