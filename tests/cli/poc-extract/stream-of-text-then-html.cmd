cat pages/burundi.txt html/niger.html | poc-extract
