poc-extract pages/cameroon-all-missing.txt
