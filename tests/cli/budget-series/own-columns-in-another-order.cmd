for columns in operation,iso3,pillar,year operation,year,iso3,pillar iso3,operation,year,pillar operation,iso3,year,budget,pillar; do
	printf 'operation,iso3,year,pillar,budget,unit\nMali,MLI,2019,p1,5,usd\nNiger,NER,2020,p2,6,usd\n' |
		python3 -c 'import csv, sys
order = sys.argv[1].split(",") + [c for c in ("budget", "unit") if c not in sys.argv[1]]
out = csv.DictWriter(sys.stdout, order, lineterminator="\n")
out.writeheader()
out.writerows(csv.DictReader(sys.stdin))' "$columns" | budget-series --no-header
done
