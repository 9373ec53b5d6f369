printf 'operation,year,budget,unit\nTchad,2016,162726008.83,usd\nTchad,2015,1,usd\n' | budget-series --no-header --against-file=money/chad-and-niger.csv
