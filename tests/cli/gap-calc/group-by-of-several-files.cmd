gap-calc --group-by=operation -y 2015 money/chad-and-niger.csv mali.txt
