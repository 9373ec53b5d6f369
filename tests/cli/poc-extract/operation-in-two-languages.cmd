poc-extract pages/burundi.txt
