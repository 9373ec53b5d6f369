donors-list donors/not-countries.txt
