{ cat money/made-up-iati-transactions.csv; echo 'XM-DAC-41121-2019-HQ,,,4,2019-12-31,EUR,2019-12-31,7,Total expenditure under Pillar 1: Refugee programme,,,,,,,,'; } | budget-series --no-header
