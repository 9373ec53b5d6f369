# Each point has its category's place, by number or name; a name that is no year is a label. Elsewhere it would get another year.
for data in '[[0,10],[1,20]]' '[[2018,10],[2019,20]]' '[{"name":"a","y":10},{"name":"b","y":20}]' '[["2018",10],["2019",20]]' \
	'[[1,10],[0,20]]' '[{"x":1,"y":10},{"x":0,"y":20}]' '[{"name":"2019","y":10},{"name":"2018","y":20}]'; do
	printf '{"xAxis":{"categories":[2018,2019]},"series":[{"name":"Budget","data":%s}]}' "$data" | budget-series --no-header
	echo $?
done
