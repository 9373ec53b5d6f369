printf '#a,#b\n3,1\n' | gap-calc --need='#a' --have='#b' --hxl
