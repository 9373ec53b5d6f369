cat html/niger.html html/fragment-of-mali.html | poc-extract
