# A place is told by its name, else by its code; where it has neither, by the year.
for place in ,ZZZ Mali,MLI ,; do
	printf '%s\n' operation,iso3,year,status,code,persons $place,2019,actual,REF,7 $place,2019,actual,REF,7 | poc-extract --no-header --check
done
