budget-series --no-header --provenance -p total -y 2019 mali.txt; budget-series --provenance -y 2019 -p p1 - <money/mali.csv
