poc-extract --hxl mali.txt | poc-extract --hxl | cmp - <(poc-extract --hxl mali.txt)
