poc-extract pages/cameroon-heading-of-the-budget-missing.txt
