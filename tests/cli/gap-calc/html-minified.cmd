gap-calc html/mali-minified.html
