# Rows of money out of charts.
"operation,iso3,year,pillar,budget,funding,expenditure,unit",
(inputs | . as $chart | range(.categories | length)
	| ",,\($chart.categories[.]),total,\($chart.budget[.] // ""),,\($chart.expenditure[.] // ""),musd")
