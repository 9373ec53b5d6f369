gap-calc html/mali-nested-lists.html
