for pillar in q1 p0 p5 p x title totem budget; do
	printf 'operation,iso3,year,pillar,budget,unit\nMali,MLI,2019,%s,5,usd\n' $pillar | budget-series --no-header
done
