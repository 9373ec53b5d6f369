poc-extract pages/niger-english.txt - pages/burundi.txt <pages/south-eastern-europe-subregion.txt
