budget-series money/made-up-iati-forms.csv
