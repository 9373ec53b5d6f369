poc-extract pages/chad-totals-between-words.txt
