printf '%s\n' '{"year":2019,"budget":5}' '{"budget":6}' '{"budget":null}' '{"requirements":7}' | budget-series --no-header
printf '%s\n' '{"year":2019,"budget":5}' '{"year":2020,"budget":6,"p1":6}' | budget-series --no-header
printf '%s\n' '{"year":2019,"budget":5}' '{"year":2020,"operation":"Mali"}' | budget-series --no-header
