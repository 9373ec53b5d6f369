# A column of figures beside the types, under a name that nobody knows, is told; words, empty columns and HXL tags are not.
printf 'Year,Country of Asylum,Refugees,Asylum seekers (all),Note\n2019,Mali,5,7,x\n2020,Mali,6,8,x\n' | poc-extract --no-header --strict
echo $?
printf 'Id,Year,Country,Refugees,IDPs,A,B\n4,2019,Mali,5,0,"7,000",9\n' | poc-extract --no-header
printf 'Year,Country,Refugees,Women,Note\n#date+year,#country+name,#affected+refugees,#affected+refugees+f,#meta\n2019,Mali,5,3,\n' |
	poc-extract --no-header
