poc-extract pages/made-up-subregion-budget-missing.txt
