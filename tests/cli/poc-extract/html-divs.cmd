poc-extract html/mali-divs.html
