{ cat money/made-up-iati-budgets.csv; tail -n 1 money/made-up-iati-budgets.csv; } | budget-series --no-header --check -y 2020 | tail -n 1
