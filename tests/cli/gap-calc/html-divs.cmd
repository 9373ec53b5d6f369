gap-calc html/mali-divs.html
