gap-calc --group-by=year -u musd -y 2018 money/mali.csv money/mali-usd.csv
