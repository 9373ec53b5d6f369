poc-extract pages/chad-totals-after-increase.txt
