budget-series pages/niger-english.txt
