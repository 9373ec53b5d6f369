gap-calc --change mali.txt | gap-calc --change
