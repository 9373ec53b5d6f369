gap-calc html/mali-json-over-lines.html
