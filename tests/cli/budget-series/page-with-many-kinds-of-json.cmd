# More than are remembered at a time: charts among them are read all the same.
{
	echo Operation: Mali
	for round in 1 2; do
		for kind in a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh iiiiiiiii jjjjjjjjjj; do echo "{\"$kind\":$round,\"x$kind\":[\"$kind\"]}"; done
		echo '{"categories":[201'$round'],"budget":['$round']}'
	done
} | budget-series --no-header
