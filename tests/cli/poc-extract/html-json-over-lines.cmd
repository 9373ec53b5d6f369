poc-extract html/mali-json-over-lines.html
