gap-calc html/mali-old-style.html
