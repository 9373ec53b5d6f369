printf '%s' '{"unit":"EUR","categories":[2018],"budget":[1]}' | budget-series --no-header
