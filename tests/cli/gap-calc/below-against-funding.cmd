gap-calc --no-header --below=50 --against=funding money/made-up-against.csv
