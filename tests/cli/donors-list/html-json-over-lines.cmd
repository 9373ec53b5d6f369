donors-list html/mali-json-over-lines.html
