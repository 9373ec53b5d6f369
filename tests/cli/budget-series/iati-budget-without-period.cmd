printf 'iati_identifier,budget_currency,budget_value\nXM-DAC-41121-2019-AFR-MLI,USD,17332249.68\n' | budget-series --no-header
