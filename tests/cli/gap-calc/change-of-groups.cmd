gap-calc --no-header --change --group-by=year mali.txt
