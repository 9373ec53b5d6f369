budget-series html/mali-table-rows-alone.html
