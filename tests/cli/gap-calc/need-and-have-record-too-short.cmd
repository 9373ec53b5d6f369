printf 'id,needed,got\n1,10,4\n2,10\n' | gap-calc --need=needed --have=got
