donors-list --no-header --provenance --top=1 <donors/made-up-places.csv
