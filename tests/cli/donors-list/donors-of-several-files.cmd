# What is remembered of one file's donors is not taken for another's.
for by in '' --by=donor; do
	donors-list $by <(printf '%s\n' date,donor,amount 2020-01-01,Sida,1 2020-01-01,Norway,2) \
		<(printf '%s\n' date,donor,amount 2020-01-01,Norway,3 2020-01-01,Spain,4) \
		<(printf '%s\n' date,donor,donor_type,amount 2020-01-01,Spain,other,5 2020-01-01,Spain,,06)
done
