poc-extract html/mali-crlf.html
