# An operation without a name is told by its code.
folder=$(mktemp -d)
cd "$folder"
printf 'operation,iso3,year,pillar,budget,expenditure,unit\n,ZZZ,2019,total,10,5,usd\n' | tee a.csv >b.csv
gap-calc --no-header --group-by=year a.csv b.csv
rm -r "$folder"
