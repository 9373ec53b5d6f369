gap-calc html/mali-table-rows-alone.html
