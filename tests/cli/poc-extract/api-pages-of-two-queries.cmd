sed s/Ab/Cd/ people/made-up-api-page-2.json | poc-extract --no-header --type=REF people/made-up-api-page-1.json -
