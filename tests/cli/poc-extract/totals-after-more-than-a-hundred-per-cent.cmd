poc-extract pages/chad-totals-after-more-than-a-hundred-per-cent.txt
