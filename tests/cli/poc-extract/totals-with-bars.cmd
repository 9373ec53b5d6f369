poc-extract pages/chad-totals-with-bars.txt
