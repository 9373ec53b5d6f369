poc-extract --hxl --no-header --by=pair --change --provenance people/mali-pairs.csv | head -n 1
