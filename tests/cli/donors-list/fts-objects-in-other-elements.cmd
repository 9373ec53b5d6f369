# The same names in the same order, in other elements: what belongs together is found anew.
printf '[%s,%s,%s]' \
	'{"date":"2020-01-02","amountUSD":5,"sourceObjects":[{"type":"Organization","name":"Norway"},{"type":"Organization","name":"Sida"}]}' \
	'{"date":"2020-01-02","amountUSD":6,"sourceObjects":[{"type":"Organization"},{"name":"Norway","type":"Organization"},{"name":"Sida"}]}' \
	'{"date":"2020-01-02","amountUSD":7,"sourceObjects":[{"type":"Plan","name":"Norway"},{"type":"Organization","name":"Sida"}]}' |
	donors-list
