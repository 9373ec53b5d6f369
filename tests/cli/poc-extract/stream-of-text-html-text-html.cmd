cat pages/burundi.txt html/niger.html pages/south-eastern-europe-subregion.txt html/niger.html | poc-extract
