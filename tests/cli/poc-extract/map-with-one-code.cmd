poc-extract pages/made-up-map-codes.txt
