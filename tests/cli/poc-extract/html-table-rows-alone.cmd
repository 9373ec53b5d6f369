poc-extract html/mali-table-rows-alone.html
