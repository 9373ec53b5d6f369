printf 'year,budget\n2019,1234567890123456789012345678901234567\n' | budget-series --no-header
