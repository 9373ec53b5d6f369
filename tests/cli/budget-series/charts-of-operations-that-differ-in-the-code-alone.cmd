printf '{"operation":"X","iso3":"%s","categories":[2019],"%s":[%s]}\n' MLI budget 5 NER expenditure 2 NER budget 3 | budget-series --no-header
