donors-list html/mali-nested-lists.html
