poc-extract --no-header --provenance --change --type=TOT --years=2019 mali.txt
