{ cat money/iati-budgets.csv; tail -n 1 money/iati-budgets.csv; } | budget-series --no-header --check -y 2020 | tail -n 1
