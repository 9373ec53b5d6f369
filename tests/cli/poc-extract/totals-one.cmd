poc-extract pages/chad-totals-one.txt
