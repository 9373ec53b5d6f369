printf 'id,needed,got\n1,10,4\n2,"1,5",4\n3,10,4\n' | gap-calc --need=needed --have=got
