poc-extract pages/chad-totals-with-no-break-spaces.txt
