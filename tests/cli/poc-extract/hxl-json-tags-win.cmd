jq '.[0] |= ["a","b","Year","IDPs","Stateless","Refugees"]' people/hxl-mali.json | poc-extract
