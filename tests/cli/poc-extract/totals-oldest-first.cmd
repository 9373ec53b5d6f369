poc-extract pages/chad-totals-oldest-first.txt
