printf 'date,donor,iso3\n2020-01-01,Somebody,\n2020-01-01,Somebody,FRA\n' | donors-list --no-header
