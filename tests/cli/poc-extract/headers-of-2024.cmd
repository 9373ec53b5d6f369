poc-extract -c MLI people/headers-2024.csv
