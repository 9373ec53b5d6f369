printf 'a,b\n#x,#y\n3,1\n' | gap-calc --need=a --have=b --hxl
