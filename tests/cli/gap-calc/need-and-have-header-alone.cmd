printf 'id,needed,got\n' | gap-calc --need=needed --have=got
