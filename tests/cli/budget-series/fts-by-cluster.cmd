printf '%s' 'countryCode,id,name,code,startDate,endDate,year,clusterCode,cluster,requirements,funding,percentFunded
AFG,929,Afghanistan 2020,HAFG20,2020-01-01,2020-12-31,2020,5253,Aviation,25000000,7982215,32
' | budget-series --no-header
