printf 'a,b,c\n#sector,#targeted+f,#country\nWASH,100,Mali\n' | poc-extract --no-header
