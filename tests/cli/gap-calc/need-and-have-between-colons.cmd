printf 'id:needed:got\n1:10:4\n' | gap-calc -d : --need=needed --have=got
