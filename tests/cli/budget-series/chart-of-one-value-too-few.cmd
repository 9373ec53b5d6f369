printf '%s' '{"categories":["2018","2019"],"budget":[2]}' | budget-series --no-header
