gap-calc --change mali.txt
