poc-extract pages/south-eastern-europe-heading-without-year.txt
