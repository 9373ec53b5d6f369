budget-series pages/made-up-regional-office.txt
