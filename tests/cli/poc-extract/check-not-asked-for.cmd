poc-extract pages/made-up-wrong-total.txt
