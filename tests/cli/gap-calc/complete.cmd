gap-calc --complete -p p2 -y 2017- mali.txt
