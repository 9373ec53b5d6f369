gap-calc money/mali.csv
