budget-series --no-header --provenance -c MLI money/iati-transactions-of-2019.csv | cut -d, -f4,10
