printf '%s' '{"categories":[2018,2019],"funding":[1.5,2]}' | budget-series
