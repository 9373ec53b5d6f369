poc-extract html/open-tag.html
