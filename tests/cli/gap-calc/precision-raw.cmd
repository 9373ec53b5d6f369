gap-calc --precision=raw -p p1 -y 2017-2018 mali.txt
