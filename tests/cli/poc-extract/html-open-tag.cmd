poc-extract html/mali-open-tag.html
