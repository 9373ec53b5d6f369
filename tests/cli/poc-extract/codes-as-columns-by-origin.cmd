poc-extract --by=origin -t REF people/codes-as-columns.csv
