cat pages/niger-english.txt pages/niger-english.txt | poc-extract
