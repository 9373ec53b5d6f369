# Population data by year and pair of countries as rows of one figure. Fields are what -v FS or FPAT says; with -v quoted=1 all are
# in quotes, FS is "," with its quotes, and those around the line are taken off.
BEGIN {
	OFS = ","
	split("REF,Refugees;RET,Returned refugees;ASY,Asylum-seekers;IDP,IDPs;RDP,Returned IDPs;STA,Stateless;HST,Host community;" \
	      "OOC,Others of concern", type, ";")
	print "operation,iso3,origin,origin_iso3,year,status,code,population_type,persons"
}
NR == 1 { next }
quoted {
	$0 = substr($0, 2, length($0) - 2)
	if (index($2, ",")) $2 = "\"" $2 "\""
	if (index($3, ",")) $3 = "\"" $3 "\""
}
{
	begin = $2 "," $4 "," $3 "," $5 "," $1 ",actual,"
	for (i = 1; i <= 8; i++)
		if ($(i + 5) != 0)
			print begin type[i], $(i + 5)
}
