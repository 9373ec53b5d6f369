budget-series mali.txt | cut -d, -f3,4 | tail -n +2 | tr "\n" " "
