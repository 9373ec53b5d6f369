printf '%s' '{"page":1,"maxPages":1,"items":[{"footnote":"x","year":"2017 - 2018","coa":"Mali","population_type":"REF,ASY"}]}' | poc-extract --no-header
