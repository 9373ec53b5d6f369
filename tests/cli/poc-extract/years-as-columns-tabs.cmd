sed 1,5d people/years-as-columns.csv | tr , '\t' | poc-extract
