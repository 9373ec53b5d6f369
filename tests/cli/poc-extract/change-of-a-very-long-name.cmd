printf 'operation,iso3,year,refugees\n%0100001d,MLI,2019,5\n%0100001d,MLI,2018,4\n' 7 7 | poc-extract --change | sed 's/^0*7/long/'
