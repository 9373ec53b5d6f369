gap-calc html/mali-definition-lists.html
