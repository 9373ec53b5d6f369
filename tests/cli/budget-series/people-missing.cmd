budget-series pages/cameroon-people-missing.txt
