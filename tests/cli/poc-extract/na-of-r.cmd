printf 'year,coo_name,coo,coo_iso,coa_name,coa,coa_iso,refugees,oip\n2019,Mali,MLI,MLI,Austria,AUS,AUT,43,NA\n2019,Mali,MLI,MLI,Australia,AUL,AUS,2,NA\n' | poc-extract --no-header --zeros
