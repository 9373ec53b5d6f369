# Not where all columns are known, nor where one record of several has an amount.
printf 'Date,Donor,Pledge,Paid\n2019-01-01,Sweden,5,3\n' | donors-list --no-header
printf '%s\n' '{"date":"2019-01-01","donor":"Sweden","paid":1}' '{"donor":"Japan","date":"2019"}' | donors-list --no-header
printf '%s\n' '{"date":"2019-01-01","donor":"Sweden","paid":1}' '{"donor":"Japan","amount":2}' | donors-list --no-header
printf 'Date,Donor\n2019-01-01,Sweden\n' | donors-list --no-header
# as many names as a message has room for, 200 bytes with the ", ..." that says that there are more
for length in 182 183; do
	printf '{"date":"2019-01-01","donor":"Sweden","%0*d":1,"paid":2}' $length 7 | donors-list --no-header
done
