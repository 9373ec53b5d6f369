poc-extract pages/chad-totals-grouped-by-no-break-spaces.txt
