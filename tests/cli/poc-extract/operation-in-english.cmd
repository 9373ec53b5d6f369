poc-extract pages/niger-english.txt
