# a figure that stands in a list of pairs, and is none, would be lost; other lists are of something else
for list in '[["Refugees",1],["IDPs",2,3]]' '[["Refugees",1],["IDPs"]]' '[["Refugees",1],["",2]]' '[["Refugees",1],[null,2]]' \
	'[["IDPs",2,3],["Refugees",1]]' '[["",2],["Refugees",1]]' '[["Refugees",1],[1,2]]' '[["Refugees",1]] [["a",1,2]]'; do
	echo "$list" | poc-extract --no-header 2>&1 || echo "status $?"
done
