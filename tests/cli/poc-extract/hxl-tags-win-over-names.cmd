sed '1s/Refugees,Asylum seekers,Women/IDPs,Stateless,Refugees/' people/mali-hxl.csv | poc-extract --no-header
