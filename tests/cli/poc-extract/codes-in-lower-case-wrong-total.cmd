printf '%s' '[{"year":2013,"country_iso":"MLI","asy":293,"ref":14316,"total":325965}]' | poc-extract --no-header --check --type=TOT
