sed s/Ab/Cd/ people/api-mali-2.json | poc-extract --no-header --type=REF people/api-mali-1.json -
