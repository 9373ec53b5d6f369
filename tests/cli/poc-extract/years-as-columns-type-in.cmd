poc-extract --type-in=REF people/made-up-years-as-columns-without-type.csv
