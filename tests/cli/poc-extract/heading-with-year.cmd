poc-extract pages/west-africa-heading-with-year.txt
