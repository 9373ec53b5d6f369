poc-extract --by=pair -y 2018 -t ASY people/other-api-mali-1.json
