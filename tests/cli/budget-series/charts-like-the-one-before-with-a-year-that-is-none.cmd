printf '{"categories":[2018,%s],"budget":[%s,6]}\n' 2019 5 2019 7 2019 8 20199 9 | budget-series --no-header
