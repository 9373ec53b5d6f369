{ cat money/made-up-iati-budgets.csv; echo 'XM-DAC-41121-2020-WCA-MLI,,2,2020-01-01,2020-12-31,USD,2020-06-30,47501614.38'; } | budget-series --no-header --check -c MLI -y 2020
