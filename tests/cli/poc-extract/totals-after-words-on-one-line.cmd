poc-extract pages/chad-totals-after-words-on-one-line.txt
