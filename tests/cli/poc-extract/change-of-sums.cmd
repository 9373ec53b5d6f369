poc-extract --change -t REF,IDP people/mali-pairs.csv
