gap-calc --below=0 mali.txt
