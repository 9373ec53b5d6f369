gap-calc --group-by=year -p p1,p3 -y 2018-2019 money/mali.csv
