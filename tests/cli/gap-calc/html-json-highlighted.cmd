gap-calc html/mali-json-highlighted.html
