printf '%s\n' '{"categories":[2018],"budget":[14],"p1":[10],"p2":[4]}' '{"categories":[2018],"p1":[4],"p2":[1],"expenditure":[5]}' | budget-series --no-header
