printf '%s' '{"unit":"usd","categories":[2018],"budget":[5]}{"unit":"kusd","categories":[2018],"expenditure":[7]}' | budget-series --no-header
