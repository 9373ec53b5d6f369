budget-series pages/west-africa-countries.txt
