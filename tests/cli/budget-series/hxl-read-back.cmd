budget-series --hxl mali.txt | budget-series --hxl | cmp - <(budget-series --hxl mali.txt)
