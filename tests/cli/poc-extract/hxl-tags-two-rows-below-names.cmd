sed '1a a,b,c,d,e,f,g,h' people/mali-hxl.csv | poc-extract --no-header
