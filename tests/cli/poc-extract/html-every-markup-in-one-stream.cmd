cat html/mali-*.html | poc-extract --no-header
