poc-extract html/mali-old-style.html
