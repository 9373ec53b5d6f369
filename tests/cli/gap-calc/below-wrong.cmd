gap-calc --below=half money/mali.csv
