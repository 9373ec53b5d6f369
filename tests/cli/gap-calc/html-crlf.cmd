gap-calc html/mali-crlf.html
