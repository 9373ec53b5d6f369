printf 'a,b,c\n1,2,3\n' | gap-calc --need=a --have=b <(printf 'a,b\n2,1\n') -
