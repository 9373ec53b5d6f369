poc-extract pages/made-up-subregion-people-missing.txt
