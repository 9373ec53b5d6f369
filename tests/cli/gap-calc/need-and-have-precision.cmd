printf 'needed,got\n10.005,1\n' | gap-calc --precision=2 --need=needed --have=got
