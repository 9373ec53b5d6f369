printf '%s' '{"page":1,"maxPages":1,"items":[{"year":2015,"coa_name":"Mali","procedure_type":"G","applied":45394}]}' | poc-extract --no-header
