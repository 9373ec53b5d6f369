for units in ,usd usd,; do
	printf 'operation,iso3,year,pillar,budget,unit\nMali,MLI,2019,total,5,%s\nMali,MLI,2019,p1,5,%s\n' "${units%,*}" "${units#*,}" |
		budget-series --no-header --check 2>&1 >/dev/null
done
