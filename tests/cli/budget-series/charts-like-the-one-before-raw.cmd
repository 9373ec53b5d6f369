printf '{"categories":[2019],"budget":[%s]}\n' 5.123456789012347678 6.123456789012347678 7.123456789012347678 8.5 0.10 |
	budget-series --no-header --precision=raw
