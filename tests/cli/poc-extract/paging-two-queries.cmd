(sed 's/Xy12Zq/Ab34Cd/' people/api-mali-1.json; cat people/api-mali-2.json) | poc-extract -t ASY
