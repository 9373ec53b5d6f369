# A day that is not known is neither first nor last, and units are never added, in whatever order they come.
printf '%s,Spain,%s\n' '' 1,usd 2020-03-01 2,EUR 2020-02-01 4,usd 2020-04-01 8,usd '' 16,EUR 2020-01-01 32,usd |
	sed '1i date,donor,amount,unit' | donors-list --by=donor --no-header
