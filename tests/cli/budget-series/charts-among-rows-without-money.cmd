printf '%s\n' '{"categories":[2019],"budget":[5]}' '{"year":2019,"refugees":5}' '{"categories":[2019],"expenditure":[3]}' |
	budget-series --no-header
