poc-extract -c mli,cmr -tTOT people/cameroon-chad-wide.csv people/mali.csv
