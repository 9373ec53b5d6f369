donors-list html/mali-fragment.html
