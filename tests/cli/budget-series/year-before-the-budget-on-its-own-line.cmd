budget-series pages/cameroon-year-before-the-budget-on-its-own-line.txt
