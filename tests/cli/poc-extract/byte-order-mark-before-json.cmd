printf '\xEF\xBB\xBF{"coa_name":"Mali","coa_iso":"MLI","year":2019,"refugees":26670}\n{"coa_name":"Mali","coa_iso":"MLI","year":2020,"refugees":43717}\n' |
	timeout 10 poc-extract --from=json
