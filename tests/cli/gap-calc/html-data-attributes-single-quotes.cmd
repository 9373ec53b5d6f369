gap-calc html/mali-data-attributes-single-quotes.html
