poc-extract --no-header --provenance people/made-up-places.ndjson people/made-up-places.ndjson
