budget-series html/mali-preformatted.html
