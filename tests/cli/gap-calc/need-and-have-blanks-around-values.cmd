printf ' id , needed ,got\n"  x y ", 10 ,\t4\n' | gap-calc --need=needed --have=got
