poc-extract html/mali-data-attributes-single-quotes.html
