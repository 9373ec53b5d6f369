# Rows of one figure out of what the API answers.
[["refugees", "REF", "Refugees"], ["asylum_seekers", "ASY", "Asylum-seekers"], ["returned_refugees", "RET", "Returned refugees"],
	["idps", "IDP", "IDPs"], ["returned_idps", "RDP", "Returned IDPs"], ["stateless", "STA", "Stateless"],
	["ooc", "OOC", "Others of concern"], ["oip", "OIP", "Other people in need of international protection"],
	["hst", "HST", "Host community"]] as $types
| "operation,iso3,origin,origin_iso3,year,status,code,population_type,persons",
(.items[]
	| ([.coa_name, .coa_iso, .coo_name, .coo_iso, .year, "actual"] | @csv) as $begin
	| . as $item | $types[] | $item[.[0]] as $n | select($n != "0" and $n != "-" and $n != 0)
	| "\($begin),\(.[1]),\(.[2]),\($n)")
