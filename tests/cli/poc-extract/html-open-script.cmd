poc-extract html/open-script.html
