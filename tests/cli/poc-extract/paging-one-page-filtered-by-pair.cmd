poc-extract --by=pair -y 2018 -t ASY people/api-mali-1.json
