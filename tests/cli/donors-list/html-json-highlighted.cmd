donors-list html/mali-json-highlighted.html
