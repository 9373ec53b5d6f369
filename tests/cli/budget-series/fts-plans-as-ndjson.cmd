for q in .data.plans .data.plans[]; do jq -c $q money/made-up-fts-plans.json | budget-series --no-header; done
