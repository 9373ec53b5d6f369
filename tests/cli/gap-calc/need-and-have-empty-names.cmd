printf ',needed,got,\n1,10,4,\n' | gap-calc --need=needed --have=got
