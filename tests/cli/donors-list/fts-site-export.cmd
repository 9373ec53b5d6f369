donors-list --no-header --provenance donors/fts-site.csv
