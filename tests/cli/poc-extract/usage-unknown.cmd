poc-extract --zeroes
