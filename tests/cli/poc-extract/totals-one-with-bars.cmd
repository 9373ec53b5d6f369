poc-extract pages/chad-totals-one-with-bars.txt
