sed '1a a,b,c,d,e,f,g,h' people/made-up-hxl.csv | poc-extract --no-header
