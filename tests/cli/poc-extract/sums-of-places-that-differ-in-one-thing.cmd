# In the last letter of a long name, in the code, or in the year; also where the source has no codes of origin.
table() {
	echo year,coo_name,coo_iso,coa_name,coa_iso,refugees
	printf '%s,Niger,NER,Democratic Republic of %s\n' 2019 A,AAA,1 2019 B,AAA,2 2019 A,AAA,4 2019 A,BBB,8 2020 A,BBB,16 2019 A,BBB,32
}
table | poc-extract --no-header
table | cut -d, -f1,2,4- | poc-extract --no-header
