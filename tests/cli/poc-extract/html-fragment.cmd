poc-extract html/mali-fragment.html
