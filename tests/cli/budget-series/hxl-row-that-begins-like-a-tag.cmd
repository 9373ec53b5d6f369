# No row of tags, though its first value looks like one of them, and is as long as the column's name.
printf '%s\n' note,year,budget '#abc,#date+year,#value+budget' '#xyz,2019,5' '#abc,#date+year,#value+budget' note,year,budget 'note,2020,6' |
	budget-series --no-header
