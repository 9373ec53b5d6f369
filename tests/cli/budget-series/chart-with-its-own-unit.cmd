printf '%s' '{"unit":"usd","categories":[2018],"budget":[47501614.38]}{"unit":"KUSD","categories":[2019],"budget":[5.5]}' | budget-series --no-header --unit=musd
