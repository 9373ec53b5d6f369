printf 'place,asked,got\n#adm1+name,#value+need,#value+have\nKidal,10,4\n' | gap-calc --need='#value+need' --have='#value+have'
