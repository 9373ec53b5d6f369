gap-calc --provenance --no-header --need=budget --have=expenditure <money/made-up-places.csv | sed "s/.*,\(.*,.*\)$/\1/"
