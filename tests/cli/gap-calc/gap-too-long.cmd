printf 'year,budget,expenditure\n2019,123456789012345678901234567890123456,0.5\n' | gap-calc --no-header
