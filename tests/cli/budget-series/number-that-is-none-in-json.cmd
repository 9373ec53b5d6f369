printf '%s\n' '{"year":2018,"budget":1}' '{"year":2019,"budget":"1.2.3"}' | budget-series --no-header
