(echo 'Pays d’asile,Origin,Year,Refugees'; echo 'Mali,Togo,2019,21'; echo 'Mali,Niger,2019,1024') | poc-extract
