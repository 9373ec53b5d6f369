gap-calc --need=needed --have=got
