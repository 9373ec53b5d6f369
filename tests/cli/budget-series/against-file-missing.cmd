budget-series --against-file=money/nowhere.csv money/mali.csv 2>&1 >/dev/null
