poc-extract pages/west-africa-countries.txt
