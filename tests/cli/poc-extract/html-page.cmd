poc-extract html/niger.html
