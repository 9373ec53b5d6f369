(sed 1d people/hxl-mali.csv; sed 1d people/hxl-mali.csv) | poc-extract -t IDP
