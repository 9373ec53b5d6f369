poc-extract html/mali-open-script.html
