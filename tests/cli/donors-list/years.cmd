donors-list --years=2014-2015 donors/dates.txt
