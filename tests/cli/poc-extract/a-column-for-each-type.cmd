poc-extract people/cameroon-chad-wide.csv
