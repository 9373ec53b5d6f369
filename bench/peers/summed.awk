# tsv-summarize's sums per country of asylum and year, a column for each type, as rows of one sum.
BEGIN {
	FS = "\t"
	OFS = ","
	split("REF,Refugees;RET,Returned refugees;ASY,Asylum-seekers;IDP,IDPs;RDP,Returned IDPs;STA,Stateless;HST,Host community;" \
	      "OOC,Others of concern", type, ";")
	print "operation,iso3,year,status,code,population_type,persons"
}
NR > 1 {
	if (index($1, ",")) $1 = "\"" $1 "\""
	for (i = 1; i <= 8; i++)
		if ($(i + 3) != 0)
			printf "%s,%s,%s,actual,%s,%d\n", $1, $2, $3, type[i], $(i + 3)
}
