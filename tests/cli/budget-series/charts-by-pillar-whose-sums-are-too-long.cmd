# Nothing can be told by their sums: they are what their order says.
printf '%s\n' '{"categories":[2019],"budget":[5],"expenditure":[2]}' '{"categories":[2019],"p1":[N],"p2":[N]}' \
	'{"categories":[2019],"p1":[1],"p2":[4]}' | sed "s/N/999999999999999999999999999999999999/g" | budget-series --no-header
