poc-extract --check pages/made-up-wrong-total.txt
