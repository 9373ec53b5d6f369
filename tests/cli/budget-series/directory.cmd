budget-series pages
