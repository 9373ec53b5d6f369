printf 'Country of origin,Population type,2018\nMali,Refugees,"1,5"\n' | poc-extract
