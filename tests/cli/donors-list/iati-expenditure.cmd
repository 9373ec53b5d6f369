donors-list donors/iati-expenditure.csv
