budget-series money/mali-rows.json
