poc-extract pages/niger-english.txt pages/south-eastern-europe-subregion.txt pages/burundi.txt
