printf 'name,country,startDate,requirements\nPlan A,Mali,2019-01-01,5\n' | budget-series --no-header
printf 'name,countryCode,startDate,requirements\nPlan A,NER,2019-01-01,5\n' | budget-series --no-header
