printf '%s\n' '{"operation":"Mali","categories":[2018],"budget":[10]}' '{"operation":"Chad","categories":[2018],"expenditure":[5]}' | budget-series --no-header
