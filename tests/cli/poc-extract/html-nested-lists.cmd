poc-extract html/mali-nested-lists.html
