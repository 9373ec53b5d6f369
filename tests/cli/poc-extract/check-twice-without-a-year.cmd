printf 'operation,iso3,status,code,persons\nMali,MLI,actual,REF,7\nMali,MLI,actual,REF,7\n' | poc-extract --no-header --check
