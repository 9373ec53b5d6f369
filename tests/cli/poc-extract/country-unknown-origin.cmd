poc-extract -c UNK people/made-up-places.csv
