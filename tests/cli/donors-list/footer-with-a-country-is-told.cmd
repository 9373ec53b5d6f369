donors-list donors/footer-with-country.txt
