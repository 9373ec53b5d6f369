budget-series html/mali-no-break-spaces.html
