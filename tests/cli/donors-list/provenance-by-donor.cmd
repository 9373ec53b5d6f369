donors-list --no-header --provenance --by=donor --top=1 donors/made-up-places.csv donors/made-up-places.csv
