printf '=x,n,h\n=1,10,5\n+2,-3,-1.5\n' | gap-calc --need=n --have=h --excel
