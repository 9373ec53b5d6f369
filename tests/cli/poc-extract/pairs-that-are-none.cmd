for list in '[["Refugees"]]' '[[1,2],[3,4]]' '[["",7]]' '[["a",1,2]]'; do
	echo "$list" | poc-extract --no-header 2>&1 | sed 's/; its columns.*//'
done
