# Figures of people on a page that stand in JSON of another form are told, once a section, or refused; a map and a legend are none.
page() { printf '%s\n' 'Operation: Mali' 'People of Concern' '2019 12' "$@" | poc-extract --no-header; echo $?; }
page '[{"name":"Refugees","y":5},{"name":"IDPs","y":7}]'
page '{"categories":["Refugees","IDPs"],"data":[5,7]}'
page '[["Refugees",5,"#fff"],["IDPs",7,"#000"]]'
page '{"longitude":-4,"latitude":17,"name":"Gao"}' '{"legend":"Refugees"}' '[["Gao",17,-4]]' '[["Refugees"],["IDPs"]]'
