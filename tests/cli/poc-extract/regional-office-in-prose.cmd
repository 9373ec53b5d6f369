poc-extract pages/made-up-regional-office-in-prose.txt
