printf '%s' '[{"categories":[2018],"budget":[1]}]' | budget-series --no-header
