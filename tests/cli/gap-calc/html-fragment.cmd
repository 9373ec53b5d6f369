gap-calc html/mali-fragment.html
