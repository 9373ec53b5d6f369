poc-extract pages/cameroon-budget-missing.txt
