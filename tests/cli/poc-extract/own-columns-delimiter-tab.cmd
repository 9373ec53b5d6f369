tr , '\t' <people/mali.csv | poc-extract --delimiter=tab
