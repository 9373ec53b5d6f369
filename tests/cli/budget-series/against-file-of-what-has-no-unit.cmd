# The row is told, or the one in the file, whichever has none.
folder=$(mktemp -d)
cd "$folder"
printf 'operation,iso3,year,pillar,budget,unit\nMali,MLI,2019,total,5,usd\n' >stated.csv
sed 's/usd//' stated.csv >none.csv
budget-series --no-header --against-file=stated.csv none.csv
budget-series --no-header --against-file=none.csv stated.csv
budget-series --no-header --against-file=none.csv none.csv
rm -r "$folder"
