poc-extract pages/made-up-totals-of-four-digits.txt
