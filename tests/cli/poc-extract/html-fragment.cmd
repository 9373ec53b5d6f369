poc-extract html/fragment-of-mali.html
