printf 'Country,Year,Population type,Persons,Total\nMali,2019,Refugees,5,9\n' | poc-extract --no-header
