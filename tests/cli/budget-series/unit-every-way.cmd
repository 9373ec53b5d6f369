for unit in usd kusd musd; do budget-series --no-header --unit=$unit money/made-up-units.csv; done
