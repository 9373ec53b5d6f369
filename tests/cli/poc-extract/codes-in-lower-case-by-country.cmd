poc-extract -c AUS people/codes-in-lower-case.json
