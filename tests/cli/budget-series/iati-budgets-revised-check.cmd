budget-series --check money/made-up-iati-revisions.csv
