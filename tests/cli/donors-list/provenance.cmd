donors-list --no-header --provenance donors/fts-flows.csv | sed 's/.*usd,//'; donors-list --no-header --provenance --by=donor donors/fts-flows.csv donors/iati-transactions.csv | grep Central
