gap-calc html/mali-no-break-spaces.html
