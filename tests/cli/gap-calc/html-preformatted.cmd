gap-calc html/mali-preformatted.html
