poc-extract --check -t TOT people/codes-in-lower-case.json
