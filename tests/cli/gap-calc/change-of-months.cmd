# A month is no year, and has none before it.
printf '%s\n' operation,iso3,year,pillar,budget,expenditure,unit Mali,MLI,2018-06,p1,5,2,usd Mali,MLI,2019-06,p1,7,3,usd \
	Mali,MLI,2018,p1,5,2,usd Mali,MLI,2019,p1,7,1,usd | gap-calc --change --no-header | cut -d, -f3,10-
