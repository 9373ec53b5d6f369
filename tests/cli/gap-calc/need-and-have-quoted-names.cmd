printf '%s\n' 'id,"needed, in all","the ""have"""' '1,10,4' | gap-calc --need='needed, in all' --have='the "have"'
