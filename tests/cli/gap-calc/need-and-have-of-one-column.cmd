printf 'id,got\n1,5\n' | gap-calc --need=got --have=got
