{ printf '\357\273\277'; sed 's/$/\r/' people/mali.csv; } | poc-extract
