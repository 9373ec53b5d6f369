poc-extract pages/chad-totals-between-bars.txt
