sed 1,5d people/years-as-columns.csv | tr , ';' | poc-extract
