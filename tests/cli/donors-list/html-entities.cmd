donors-list html/mali-entities.html
