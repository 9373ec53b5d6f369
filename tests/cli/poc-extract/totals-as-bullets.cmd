poc-extract pages/chad-totals-as-bullets.txt
