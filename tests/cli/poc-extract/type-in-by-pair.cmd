poc-extract --type-in=rst --by=pair people/canada-resettlement.csv
