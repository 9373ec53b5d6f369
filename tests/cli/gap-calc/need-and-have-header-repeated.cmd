printf 'id,needed,got\n1,10,4\nid,needed,got\n2,10,5\n' | gap-calc --need=needed --have=got
