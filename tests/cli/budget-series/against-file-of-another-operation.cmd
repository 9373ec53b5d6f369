printf 'operation,year,budget,unit\nNowhere,2017,1,musd\n' | budget-series --no-header --against-file=money/west-africa.csv
