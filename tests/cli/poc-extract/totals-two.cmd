poc-extract pages/chad-totals-two.txt
