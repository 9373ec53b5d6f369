poc-extract pages/burundi.txt html/niger.html pages/south-eastern-europe-subregion.txt
