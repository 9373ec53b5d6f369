printf '{"name":"One","startDate":"01/02/2020","requirements":{"revisedRequirements":2}}\n' | budget-series --no-header 2>&1 | sed 's/-:[0-9:]*:/-:/'
