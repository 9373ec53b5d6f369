poc-extract pages/cameroon-subregion-budget-missing.txt
