printf '%s' '[{"year":2013,"country_code":"AUS","ref":7}]' | poc-extract --no-header
