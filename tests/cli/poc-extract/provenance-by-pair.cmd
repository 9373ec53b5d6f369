poc-extract --no-header --provenance --by=pair <people/made-up-places.ndjson | sed "s/.*,\(.*,.*\)$/\1/"
