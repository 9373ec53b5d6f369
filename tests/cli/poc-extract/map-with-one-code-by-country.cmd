poc-extract --country=ken pages/made-up-map-codes.txt
