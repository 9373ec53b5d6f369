gap-calc html/mali-entities.html
