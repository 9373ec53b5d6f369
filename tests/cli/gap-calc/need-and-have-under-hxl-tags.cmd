gap-calc --need=asked --have=got <(printf 'place,asked,got\n#adm1+name,#value+need,#value+have\nKidal,10,4\n') <(printf 'place,asked,got\n#adm1+name,#value+need,#value+have\nKidal,10,4\n')
