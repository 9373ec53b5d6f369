# Longer than what is remembered: the sums are the same.
name=$(printf 'Fund%.0s' $(seq 5000))
printf "2020-01-0%s,$name%s,%s,usd\n" 1 '' 1 2 X 2 3 '' 4 4 X 8 | sed '1i date,donor,amount,unit' | donors-list --by=donor --no-header |
	sed "s/$name/long/"
