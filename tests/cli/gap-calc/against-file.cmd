gap-calc --against-file=money/made-up-second-source.csv -p total -y 2020 mali.txt
