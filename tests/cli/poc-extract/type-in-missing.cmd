poc-extract people/canada-resettlement.csv
