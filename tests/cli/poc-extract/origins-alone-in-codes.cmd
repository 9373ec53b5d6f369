# With and without a country of asylum, by code alone.
for by in operation origin; do
	printf '2019,%s\n' NER,,5 NER,MLI,7 ,MLI,8 | sed '1i year,coo_iso,coa_iso,refugees' | poc-extract --no-header --by=$by
done
