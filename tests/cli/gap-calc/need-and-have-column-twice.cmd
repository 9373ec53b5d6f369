printf 'needed,got,needed\n10,4,11\n' | gap-calc --need=needed --have=got
