poc-extract html/mali-decoys.html
