poc-extract pages/made-up-several-countries.txt
