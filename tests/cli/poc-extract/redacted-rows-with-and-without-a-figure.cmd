# What hides a figure has none; a row that says neither has nothing to print.
for persons in '' '*' 0 - x; do
	printf 'operation,iso3,year,status,code,persons\nMali,MLI,2019,redacted,REF,%s\nMali,MLI,2019,actual,ASY,7\n' "$persons" |
		poc-extract --no-header
done
