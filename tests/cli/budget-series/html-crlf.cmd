budget-series html/mali-crlf.html
