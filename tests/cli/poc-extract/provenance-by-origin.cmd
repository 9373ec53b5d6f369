poc-extract --no-header --provenance --by=origin <people/made-up-places.ndjson | sed "s/.*,\(.*,.*\)$/\1/"
