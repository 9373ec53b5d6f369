printf 'date,amountUSD,srcOrganization,boundary\n2020-01-01,5,X,internal\n' | donors-list --no-header
