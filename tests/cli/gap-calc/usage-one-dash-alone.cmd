gap-calc -check mali.txt
