printf 'id,needed,Got\n1,10,4\n' | gap-calc --need=needed --have=got
