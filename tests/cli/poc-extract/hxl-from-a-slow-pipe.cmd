(sed -n 1p people/hxl-mali.csv; sleep 0.2; sed 1d people/hxl-mali.csv) | poc-extract
