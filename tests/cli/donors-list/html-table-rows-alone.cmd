donors-list html/mali-table-rows-alone.html
