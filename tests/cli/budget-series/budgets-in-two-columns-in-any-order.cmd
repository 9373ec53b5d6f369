# Which one is taken is a matter of the names alone.
printf 'Year,Budget,Requirements\n2019,5,7\n' | budget-series --no-header
printf 'Year,Requirements,Budget\n2019,7,5\n' | budget-series --no-header
printf '{"categories":[2019],"requirements":[7],"budget":[5],"unit":"usd"}' | budget-series --no-header
