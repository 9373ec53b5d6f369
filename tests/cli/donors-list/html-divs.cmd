donors-list html/mali-divs.html
