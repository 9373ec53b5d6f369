poc-extract html/mali-json-highlighted.html
