printf 'Country,Date,Year,Refugees\nMali,2020-01-15,2019,26670\n' | poc-extract
