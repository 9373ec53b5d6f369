donors-list --no-header donors/iati.csv | python3 -c "import csv, sys
for r in csv.reader(sys.stdin): print(r[0], r[1], r[3], r[4], r[5], r[6], sep='|')"
