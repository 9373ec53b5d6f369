gap-calc money/mali-gap.csv
