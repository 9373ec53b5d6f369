# What hides a figure shows none: such a row is wrong in either, and in any form.
for persons in 3 3.0 '"1,008"'; do
	printf 'operation,iso3,year,status,code,persons\nMali,MLI,2019,redacted,REF,%s\n' "$persons" | poc-extract --no-header
	echo $?
done
printf '[{"operation":"Mali","year":2019,"status":"redacted","code":"REF","persons":3}]' | poc-extract --no-header
