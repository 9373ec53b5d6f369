printf '%s\n' '{"categories":[2018,2019],"budget":[1,2]}' '{"categories":[2019,2020],"expenditure":[1,2]}' | budget-series --no-header
