# What stands for "not known", and short names that do not; in the unit that comes most often, and in another.
for unit in usd musd; do
	echo operation,iso3,year,pillar,budget,funding,expenditure,unit
	for name in - N/A NA n/a Foo A/B NAB X ''; do printf "%s,MLI,2019,p1,5,,2,$unit\n%s,-,2019,p1,5,,2,$unit\n" "$name" "$name"; done
done | budget-series --no-header
