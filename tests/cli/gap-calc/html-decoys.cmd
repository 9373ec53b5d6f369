gap-calc html/mali-decoys.html
