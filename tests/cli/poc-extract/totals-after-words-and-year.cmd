poc-extract pages/chad-totals-after-words-and-year.txt
