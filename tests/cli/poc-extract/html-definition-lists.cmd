poc-extract html/mali-definition-lists.html
