budget-series money/iati-transactions-of-2019.csv money/made-up-number-wrong.csv 2>/dev/null | grep -c usd
