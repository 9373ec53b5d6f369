poc-extract pages/cameroon-year-before-the-budget-on-its-own-line.txt
