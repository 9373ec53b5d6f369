poc-extract html/mali-tables.html
