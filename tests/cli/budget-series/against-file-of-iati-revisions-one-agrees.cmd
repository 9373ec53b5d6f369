printf 'operation,year,budget,unit\nMali,2019,0.0000175,musd\n' | budget-series --no-header --against-file=money/made-up-iati-revisions.csv
