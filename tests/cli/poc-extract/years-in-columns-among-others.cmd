printf 'Residing in,Population type,20th,2011,Refs\nChad,Refugees,9,5,8\n' | poc-extract --no-header
