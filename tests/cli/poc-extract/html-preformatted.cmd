poc-extract html/mali-preformatted.html
