gap-calc --hxl --pillar=total --years=2019 mali.txt
