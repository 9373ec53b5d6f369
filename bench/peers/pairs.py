"""pairs.py [sums]: population data as rows of one figure, or as sums per country of asylum and year, with Python's csv."""
import csv
import sys

types = [('REF', 'Refugees'), ('RET', 'Returned refugees'), ('ASY', 'Asylum-seekers'), ('IDP', 'IDPs'), ('RDP', 'Returned IDPs'),
         ('STA', 'Stateless'), ('HST', 'Host community'), ('OOC', 'Others of concern')]
rows = csv.reader(open(0, newline='', buffering=1 << 18))
out = csv.writer(open(1, 'w', newline='', buffering=1 << 18), lineterminator='\n')
next(rows)
if sys.argv[1:] == ['sums']:
    sums = {}
    for row in rows:
        group = sums.setdefault((row[1], row[3], row[0]), [0] * 8)
        for i, figure in enumerate(row[5:]):
            if figure != '0':
                group[i] += int(figure)
    out.writerow('operation iso3 year status code population_type persons'.split())
    out.writerows((*group, 'actual', *type, n) for group, figures in sums.items() for type, n in zip(types, figures) if n)
else:
    out.writerow('operation iso3 origin origin_iso3 year status code population_type persons'.split())
    for year, asylum, origin, asylum_iso, origin_iso, *figures in rows:
        out.writerows((asylum, asylum_iso, origin, origin_iso, year, 'actual', *type, n)
                      for type, n in zip(types, figures) if n != '0')
