printf 'Country,Date,Refugees\nMali,2020-02-30,26670\n' | poc-extract
