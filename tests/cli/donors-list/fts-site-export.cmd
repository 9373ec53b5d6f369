donors-list --no-header --provenance donors/made-up-fts-site.csv
