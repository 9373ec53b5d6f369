# Rows of money out of the lines of pages that have an operation's name or a chart: with -R and -n.
"operation,iso3,year,pillar,budget,funding,expenditure,unit",
foreach inputs as $line ({}; if $line[:1] != "{" then {name: ($line | ltrimstr("Operation: Opération: ") | [.] | @csv)} else .chart = ($line | fromjson) end;
	.name as $name | .chart // empty | . as $chart | range(.categories | length)
	| "\($name),,\($chart.categories[.]),total,\($chart.budget[.] // ""),,\($chart.expenditure[.] // ""),musd")
