for object in '{"title":"x","status":404}' '{"title":"x","a":1}'; do echo "$object" | budget-series --no-header; done
