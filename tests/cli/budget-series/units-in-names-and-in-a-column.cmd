# A currency is no unit of millions: which of the two holds is not told. What is only known of FTS gives way.
for table in 'Currency,Budget (million USD)\n2019,USD,5' 'unit,Budget USD\n2019,musd,5' 'unit,Budget (million USD)\n2019,musd,5' \
	'unit,Budget USD\n2019,US$,5' 'unit,Requirements\n2019,musd,5'; do
	printf "Year,$table\n" | budget-series --no-header
	echo $?
done
printf '{"categories":[2019],"Budget (USD)":[5],"unit":"musd"}' | budget-series --no-header
