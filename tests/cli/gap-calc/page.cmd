gap-calc mali.txt
