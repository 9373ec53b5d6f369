printf '%s\n' '{"operation":"Mali","categories":[2018],"budget":[10]}' '{"operation":"Chad","categories":[2018],"budget":[7]}' | budget-series --no-header
