# Sums of population data per country of asylum and year. Fields are what -v FS or FPAT says.
BEGIN {
	OFS = ","
	split("REF,Refugees;RET,Returned refugees;ASY,Asylum-seekers;IDP,IDPs;RDP,Returned IDPs;STA,Stateless;HST,Host community;" \
	      "OOC,Others of concern", type, ";")
	print "operation,iso3,year,status,code,population_type,persons"
}
NR > 1 {
	group = $2 "," $4 "," $1
	groups[group]
	for (i = 1; i <= 8; i++)
		sum[group, i] += $(i + 5)
}
END {
	for (group in groups)
		for (i = 1; i <= 8; i++)
			if (sum[group, i] != 0)
				printf "%s,actual,%s,%d\n", group, type[i], sum[group, i]
}
