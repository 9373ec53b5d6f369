# Nothing of the longer record before is taken for the name.
printf '%s\n' '{"amountUSD":5,"date":"2020-01-02","sourceObjects":[{"type":"Organization","name":"Sweden"}],"destinationObjects":[{"type":"Organization","name":"UNHCR"}],"z":"Mali"}' \
	'{"amountUSD":6,"date":"2020-01-03","sourceObjects":[{"type":"Organization"}],"destinationObjects":[{"type":"Organization","name":"UNHCR"}]}' |
	donors-list
