poc-extract pages/chad-totals-alone.txt
