printf 'year,budget,expenditure\n' | budget-series
