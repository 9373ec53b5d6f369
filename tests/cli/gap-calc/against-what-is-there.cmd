gap-calc money/made-up-against.csv
