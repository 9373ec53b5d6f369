echo '{"categories":[2019],"percentFunded":[50],"budget":[5],"refugees":[7]}' | budget-series --no-header
