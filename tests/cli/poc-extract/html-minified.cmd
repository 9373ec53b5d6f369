poc-extract html/mali-minified.html
