"""Rows of one figure out of what the API answers, with Python's json."""
import csv
import json

types = {'refugees': ('REF', 'Refugees'), 'asylum_seekers': ('ASY', 'Asylum-seekers'),
         'returned_refugees': ('RET', 'Returned refugees'), 'idps': ('IDP', 'IDPs'), 'returned_idps': ('RDP', 'Returned IDPs'),
         'stateless': ('STA', 'Stateless'), 'ooc': ('OOC', 'Others of concern'), 'oip': ('OIP', 'Other people in need of international protection'),
         'hst': ('HST', 'Host community')}
out = csv.writer(open(1, 'w', newline='', buffering=1 << 18), lineterminator='\n')
out.writerow('operation iso3 origin origin_iso3 year status code population_type persons'.split())
for item in json.load(open(0))['items']:
    begin = item['coa_name'], item['coa_iso'], item['coo_name'], item['coo_iso'], item['year'], 'actual'
    out.writerows((*begin, *type, item[key]) for key, type in types.items() if item[key] not in ('0', '-', 0))
