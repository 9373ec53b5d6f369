echo '{"categories":[2018,2019,2020,2021,2022],"budget":[5,"-","NA","",null],"expenditure":[null,"1","n/a"," ","2"]}' |
	budget-series --no-header --complete
