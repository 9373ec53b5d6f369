# What stands for "not known", and short names that do not.
{
	echo operation,iso3,year,pillar,budget,funding,expenditure,unit
	for name in - N/A NA n/a Foo A/B NAB X; do printf '%s,MLI,2019,p1,5,,2,usd\n%s,-,2019,p1,5,,2,usd\n' $name $name; done
} | budget-series --no-header
