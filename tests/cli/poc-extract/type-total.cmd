poc-extract -t TOT mali.txt
