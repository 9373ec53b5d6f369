# Rows of money out of charts, and how much of the budget was spent.
def two: . * 100 | round / 100;
"operation,iso3,year,pillar,budget,funding,expenditure,unit,against,gap,gap_pct,covered_pct",
(inputs | . as $chart | range(.categories | length)
	| $chart.budget[.] as $budget | $chart.expenditure[.] as $spent
	| ",,\($chart.categories[.]),total,\($budget // ""),,\($spent // ""),musd," +
	  if $budget and $spent
	  then "expenditure,\($budget - $spent),\(100 * ($budget - $spent) / $budget | two),\(100 * $spent / $budget | two)"
	  else ",,," end)
