printf 'operation,year,budget,unit\nMali,2018,6,musd\nMali,2018,7,musd\nMali,2018,8000,kusd\n' | budget-series --no-header --against-file=- money/made-up-revisions.csv
