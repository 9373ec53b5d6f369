# As ISO 8601 has them, they are what they are; any other way they are no years, however long.
printf 'year,refugees\n2019-06-01,5\n2019-06,6\n' | poc-extract --no-header
printf 'year,refugees\n1-JUN-2019,5\n' | poc-extract --no-header
printf 'year,refugees\n1 June 2019,5\n' | poc-extract --no-header
