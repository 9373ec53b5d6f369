donors-list html/mali-no-break-spaces.html
