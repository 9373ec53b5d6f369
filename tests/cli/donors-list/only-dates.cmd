donors-list donors/only-dates.txt
