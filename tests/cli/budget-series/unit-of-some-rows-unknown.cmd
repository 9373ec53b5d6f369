printf 'year,budget,unit\n2018,1,kusd\n2019,2,\n' | budget-series --no-header --unit-in=musd --unit=usd
