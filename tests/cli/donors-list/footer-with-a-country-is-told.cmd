donors-list donors/made-up-footer-with-country.txt
