poc-extract --by=origin -q people/api-mali-1.json | poc-extract --by=origin
