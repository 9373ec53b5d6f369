printf 'iati_identifier,transaction_type_code,transaction_description\nXM-DAC-41121-2019-AFR-MLI,4,Pillar 1\n' | budget-series --no-header 2>&1 | sed 's/; it seems.*//'
printf 'iati_identifier,transaction_type_code,transaction_value,transaction_value_currency\nXM-DAC-41121-2019-AFR-MLI,4,7,EUR\n' | budget-series --no-header
