gap-calc --need=budget --have=expenditure money/mali.csv
