# The same of countries of asylum, where those of origin are asked for. Kept apart, or alone, such a row adds nothing to others.
head='Year,Country of asylum,Country of asylum (ISO),Country of origin,Country of origin (ISO),Refugees,IDPs'
rows='2019,Mali,MLI,Niger,NER,5,6\n2019,Ghana,GHA,Niger,NER,1,0\n2019,Total,,Niger,NER,6,6\n'
printf "$head\n$rows" | poc-extract --no-header --by=origin
printf "$head\n$rows" | poc-extract --no-header --by=pair
printf "$head\n$rows" | poc-extract --no-header
printf "$head\n2019,Mali,MLI,Total,,5,6\n2019,Ghana,GHA,Total,,1,0\n" | poc-extract --no-header
