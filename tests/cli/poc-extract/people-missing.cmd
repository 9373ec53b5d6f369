poc-extract pages/cameroon-people-missing.txt
