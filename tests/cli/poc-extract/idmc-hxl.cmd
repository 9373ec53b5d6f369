poc-extract --no-header people/idmc-syria.csv; sed 2d people/idmc-syria.csv | poc-extract --no-header
