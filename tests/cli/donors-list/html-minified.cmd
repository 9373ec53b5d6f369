donors-list html/mali-minified.html
