gap-calc --below=100 mali.txt
