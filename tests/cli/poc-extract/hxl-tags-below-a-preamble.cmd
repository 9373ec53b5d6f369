(printf 'Data collated by UNHCR\n\n'; sed 1d people/hxl-mali.csv | tr -d '\r') | poc-extract
