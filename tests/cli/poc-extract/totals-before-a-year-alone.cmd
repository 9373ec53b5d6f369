poc-extract pages/chad-totals-before-a-year-alone.txt
