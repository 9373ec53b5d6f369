cat html/niger.html html/niger.html | poc-extract
