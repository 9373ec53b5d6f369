poc-extract -y2018 -tREF people/mali-pairs.json people/mali-pairs-wide.csv
