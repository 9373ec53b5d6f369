# That is no row of tags.
printf 'n,h\n#a,7\n' | gap-calc --no-header --need=n --have=h
printf 'n,h\n7,#a\n' | gap-calc --no-header --need=n --have=h
printf '#n,h\n6,3\n' | gap-calc --hxl --need='#n' --have=h
