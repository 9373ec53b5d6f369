donors-list --provenance donors/made-up-places.csv
