donors-list html/mali-crlf.html
