cat html/niger.html pages/burundi.txt | poc-extract
