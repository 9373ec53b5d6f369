printf 'needed,got\n"$1,000.50",1e2\n0.30000000000000004,.1\n' | gap-calc --need=needed --have=got
