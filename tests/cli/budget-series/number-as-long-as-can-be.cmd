printf 'year,budget\n2019,123456789012345678901234567890123456\n' | budget-series --no-header
