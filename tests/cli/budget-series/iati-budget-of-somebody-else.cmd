sed 's/XM-DAC-41121-2020-HQ/GB-GOV-1-2020/' money/made-up-iati-budgets.csv | budget-series --no-header -y 2020
