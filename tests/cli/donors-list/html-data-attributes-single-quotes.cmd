donors-list html/mali-data-attributes-single-quotes.html
