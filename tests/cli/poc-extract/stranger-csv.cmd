printf 'name,price\nbread,2\n' | poc-extract
