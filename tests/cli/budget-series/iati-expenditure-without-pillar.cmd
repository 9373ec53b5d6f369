{ cat money/made-up-iati-transactions.csv; echo 'XM-DAC-41121-2019-HQ,,,4,2019-12-31,USD,2019-12-31,7,Total expenditure under Other:,,,,,,,,'; } | budget-series --no-header
