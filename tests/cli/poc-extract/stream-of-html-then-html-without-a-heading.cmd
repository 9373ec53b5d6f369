# The figures of a document that does not say whose they are are not those of the operation before. What follows one is a part of it.
cd "$(mktemp -d)" || exit
mali='<html><h1>Operation: Mali</h1><h2>People of Concern</h2><p>2019 275,779</p>{"categories":[2019],"budget":[5]}</html>'
for begin in '<html>' '<!DOCTYPE html>' '<!-- saved --><div></div>'; do
	echo "$mali$begin"'<h1>Niger</h1><h2>People of Concern</h2><p>2018 5,779</p>{"categories":[2018],"budget":[7]}' >page
	poc-extract --no-header page
	budget-series --no-header page
done
rm -r "$PWD"
