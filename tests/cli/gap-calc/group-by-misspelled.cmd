gap-calc --group-by=yaer mali.txt
