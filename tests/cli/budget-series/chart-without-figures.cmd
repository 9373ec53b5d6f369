printf '%s' '{"categories":[2018,2019],"budget":[null,null]}' | budget-series
