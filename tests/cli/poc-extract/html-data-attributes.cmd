poc-extract html/mali-data-attributes.html
