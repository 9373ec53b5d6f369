poc-extract pages/chad-totals-after-a-year-alone.txt
