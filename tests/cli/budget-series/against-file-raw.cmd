printf 'operation,year,budget,unit\nMali,2018,7.0000000000000004,musd\n' | budget-series --no-header --precision=raw --years=2018 --against-file=- money/made-up-revisions.csv
