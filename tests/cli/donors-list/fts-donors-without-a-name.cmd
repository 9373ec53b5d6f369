for names in '"name":""},{"type":"Organization","name":"Sida"' '"name":"Sida"},{"type":"Organization","name":""' '"name":" "},{"type":"Organization"'; do
	printf '{"date":"2020-01-02","amountUSD":5,"sourceObjects":[{"type":"Organization",%s}]}\n' "$names"
done | donors-list --no-header
