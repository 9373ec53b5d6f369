printf '2019,Mali,%s\n' Niger,Visitors,5 Chad,Visitors,6 Chad,Guests,- Niger,Guests,0 Niger,Passers-by,- |
	sed '1i year,coa_name,coo_name,population_type,persons' | poc-extract --no-header --zeros
