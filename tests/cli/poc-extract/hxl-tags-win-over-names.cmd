sed '1s/Refugees,Asylum seekers,Women/IDPs,Stateless,Refugees/' people/made-up-hxl.csv | poc-extract --no-header
