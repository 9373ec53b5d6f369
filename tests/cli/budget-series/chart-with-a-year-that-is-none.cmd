printf '%s' '{"categories":["all"],"budget":[1]}' | budget-series
