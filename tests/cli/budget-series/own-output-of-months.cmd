printf '%s\n' operation,iso3,year,pillar,budget,funding,expenditure,unit Mali,MLI,2019-06,p1,5,,2,usd Mali,MLI,2019,p1,5,,2,usd |
	budget-series | budget-series
