printf 'operation,year,budget,unit\nWest Africa,2018,294.56012068,musd\nWest Africa,2017,300,musd\n' | budget-series --no-header --against-file=money/west-africa.csv
