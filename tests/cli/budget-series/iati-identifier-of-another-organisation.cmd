printf 'iati_identifier,budget_period_start,budget_currency,budget_value_date,budget_value\nXM-DAC-41121-2019-AFR-NER,2019-01-01,USD,,9\nXM-DAC-41122-2019-AFR-MLI,2019-01-01,USD,,1\n' | budget-series
