tr , : <people/mali.csv | poc-extract -d :
