poc-extract --check pages/made-up-right-total.txt pages/made-up-right-total.txt
