# A row of all countries among the rows of each would be summed with them: by fields of a line, quoted, by cells, and of JSON.
head='Year,Country of asylum,Country of asylum (ISO),Country of origin,Country of origin (ISO),Refugees,IDPs'
rows='2019,Mali,MLI,Niger,NER,5,6\n2019,Mali,MLI,Grand Total,,10,12\n2019,Mali,MLI,Togo,TGO,5,6\n'
printf "$head\n$rows" | poc-extract --no-header --strict
echo $?
printf "$head\n$rows" | sed 's/[^,]*/"&"/g' | poc-extract --no-header
printf "Year,Country of asylum,Country of origin,Refugees\n2019,Mali,total,10\n2019,Mali,Niger,10\n" | poc-extract --no-header
printf '[{"year":2019,"coo_name":"Niger","coa_name":"Mali","refugees":5},{"year":2019,"coo_name":"All countries","coa_name":"Mali","refugees":5}]' |
	poc-extract --no-header
