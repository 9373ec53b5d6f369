poc-extract --country=TCD -t REF people/cameroon-chad-wide.csv
