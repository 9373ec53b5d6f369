poc-extract -c NER people/mali.csv
