# What stands in a heading for no name is none, as it is in tables: in our own output, which is read again.
page=$(mktemp)
for name in N/A - n/a null Mali; do
	printf "Operation: $name"'\n{"categories":[2019],"budget":[3]}\nPeople of Concern\n2019 5\n' >"$page"
	budget-series --no-header "$page"
	poc-extract --no-header "$page"
done
rm "$page"
