budget-series money/made-up-iati-revisions.csv
