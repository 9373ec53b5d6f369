poc-extract --no-header --provenance --by=operation <people/made-up-places.ndjson | sed "s/.*,\(.*,.*\)$/\1/"
