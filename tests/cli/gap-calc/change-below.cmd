gap-calc --no-header --change --below=30 -p total mali.txt
