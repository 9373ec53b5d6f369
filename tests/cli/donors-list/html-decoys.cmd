donors-list html/mali-decoys.html
