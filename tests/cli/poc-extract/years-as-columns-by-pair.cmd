poc-extract --by=pair -c DZA -t ASY people/years-as-columns.csv
