poc-extract pages/made-up-total-not-a-number.txt
