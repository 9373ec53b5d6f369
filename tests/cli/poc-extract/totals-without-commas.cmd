poc-extract pages/chad-totals-without-commas.txt
