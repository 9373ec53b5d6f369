printf 'id\tneeded\tgot\n1\t10\t4\n' | gap-calc --need=needed --have=got
