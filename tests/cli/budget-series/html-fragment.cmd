budget-series html/fragment-of-mali.html
