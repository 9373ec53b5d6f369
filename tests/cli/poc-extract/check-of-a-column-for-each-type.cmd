poc-extract --check -tTOT people/cameroon-chad-wide.csv
