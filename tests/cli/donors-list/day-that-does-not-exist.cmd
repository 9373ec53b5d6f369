donors-list donors/made-up-day.txt
