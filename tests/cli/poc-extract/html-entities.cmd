poc-extract html/mali-entities.html
