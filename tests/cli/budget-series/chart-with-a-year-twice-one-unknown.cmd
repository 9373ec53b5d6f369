printf '%s' '{"categories":[2018,2019,2018],"budget":[1,2,null]}' | budget-series --no-header -y 2021
