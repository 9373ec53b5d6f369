printf 'year,a,b\n2019,3,1\n' | gap-calc --need=a --have=b --hxl
