printf 'year,budget,unit\n2019,123456789012345678901234567890123456,musd\n' | budget-series --no-header --unit=usd
