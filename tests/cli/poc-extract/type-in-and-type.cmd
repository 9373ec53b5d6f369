poc-extract --type-in=RST --type=REF people/canada-resettlement.csv
