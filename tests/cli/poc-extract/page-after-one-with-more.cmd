cat pages/niger-english.txt pages/cameroon-people-missing.txt pages/south-eastern-europe-heading-without-year.txt | poc-extract
