cat pages/burundi.txt html/fragment-of-mali.html | poc-extract
