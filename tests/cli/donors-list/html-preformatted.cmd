donors-list html/mali-preformatted.html
