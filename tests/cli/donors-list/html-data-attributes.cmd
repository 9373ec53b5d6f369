donors-list html/mali-data-attributes.html
