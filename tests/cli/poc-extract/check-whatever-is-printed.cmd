poc-extract --check --type=REF,TOT mali.txt
