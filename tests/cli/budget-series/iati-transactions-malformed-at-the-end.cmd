(cat money/iati-transactions-of-2019.csv; echo XM-DAC-41121-2019-AFR-MLI,4) | budget-series
