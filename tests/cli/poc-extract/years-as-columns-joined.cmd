(sed 1,5d people/years-as-columns.csv; sed 1,5d people/years-as-columns.csv) | poc-extract -t RET
