# Each year counts that has a place, known or not.
printf 'coo_iso,population_type,2018,2019\nNER,REF,-,5\n' | poc-extract --no-header --by=origin
printf 'coo_iso,population_type,2018,2019\nNER,REF,-,5\n' | poc-extract --no-header
