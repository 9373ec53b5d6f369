printf '%s,2019,Mali,Niger,%s\n' projected 5,- projected -,4 actual 1,2 projected -,- |
	sed '1i status,year,coa_name,coo_name,refugees,asylum_seekers' | poc-extract --no-header
