printf '%s' '{"categories":[2018],"budget":["1,5"]}' | budget-series
