gap-calc --complete --no-header --provenance --group-by=year -y 2019- -p p2 mali.txt
