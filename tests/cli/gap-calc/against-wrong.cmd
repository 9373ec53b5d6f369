gap-calc --against=budget money/mali.csv
