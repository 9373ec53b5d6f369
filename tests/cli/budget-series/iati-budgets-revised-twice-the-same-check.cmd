(cat money/made-up-iati-revisions.csv; tail -n 1 money/made-up-iati-revisions.csv) | budget-series --check
