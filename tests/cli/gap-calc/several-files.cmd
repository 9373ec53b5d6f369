gap-calc money/mali-gap.csv mali.txt
