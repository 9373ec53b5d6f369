printf '%s' '{"xAxis":[{"categories":["2018"]}],"series":[{"name":"Budget","data":[1.5,2]}]}' | budget-series --no-header
