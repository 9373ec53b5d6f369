poc-extract pages/made-up-regional-office.txt
