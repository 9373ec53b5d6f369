donors-list html/mali-definition-lists.html
