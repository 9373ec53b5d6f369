donors-list html/mali-old-style.html
