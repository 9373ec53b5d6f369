printf '%s' '{"operation":"Mali","categories":[2018],"budget":[21.59999173]}' | budget-series
