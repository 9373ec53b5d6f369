poc-extract pages/chad-totals-after-decrease.txt
