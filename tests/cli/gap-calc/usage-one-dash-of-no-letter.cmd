gap-calc -below=30 mali.txt
