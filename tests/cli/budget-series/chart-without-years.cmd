printf '%s\n' '{"categories":[],"budget":[]}' '{"categories":[2019],"budget":[3]}' '{"categories":[],"budget":[]}' | budget-series --no-header
