printf 'iati_identifier,budget_period_start,budget_currency,budget_value_date,budget_value\nXM-DAC-41121-2019-AFR-MLI,2019-01-01,EUR,,1\n' | budget-series
