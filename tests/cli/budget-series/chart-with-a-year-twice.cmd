printf '%s' '{"categories":[2018,2019,2018],"budget":[1,2,1]}' | budget-series --no-header 2>&1 >/dev/null
