gap-calc --provenance --group-by=year money/made-up-places.csv | sed "s/^\(....\).*,\(.*,.*\)$/\1,\2/"
