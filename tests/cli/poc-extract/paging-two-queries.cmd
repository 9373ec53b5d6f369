(sed 's/Xy12Zq/Ab34Cd/' people/other-api-mali-1.json; cat people/other-api-mali-2.json) | poc-extract -t ASY
