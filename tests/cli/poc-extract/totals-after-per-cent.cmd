poc-extract pages/chad-totals-after-per-cent.txt
