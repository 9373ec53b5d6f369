printf '%s' '{"xAxis":[{"title":{"text":[2015]},"categories":["2018","2019"]},{"categories":["a"]}],"series":[{"name":"Budget","data":[1.5,2]}]}' | budget-series --no-header
