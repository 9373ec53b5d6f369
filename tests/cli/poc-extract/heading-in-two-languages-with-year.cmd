poc-extract pages/west-africa-heading-in-two-languages-with-year.txt
