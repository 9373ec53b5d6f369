poc-extract --type-in=RST people/canada-resettlement.csv
