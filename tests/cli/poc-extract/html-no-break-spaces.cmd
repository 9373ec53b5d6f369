poc-extract html/mali-no-break-spaces.html
