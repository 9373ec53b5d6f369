# Twice alike, and once with the places in other elements; each is read for itself.
flow() { # PLACES
	printf '{"date":"2020-01-02","amountUSD":5,"sourceObjects":[{"type":"Organization","name":"Norway",'
	printf '"organizationTypes":["UN agency","Multilateral"]}],"destinationObjects":[%s]}\n' "$1"
}
{
	for _ in 1 2; do flow '{"type":"Location","name":""},{"type":"Location","name":"Mali"},{"type":"Location","name":" "},{"type":"Location","name":"Niger"}'; done
	flow '{"type":"Location","name":"Chad"},{"type":"Location"},{"type":"Plan","name":"Mali"},{"type":"Location","name":"Mali"}'
	printf '{"date":"2020-01-02","amountUSD":5,"sourceObjects":[{"type":"Organization","name":"Norway","organizationTypes":["NGO","Government"]}]}'
} | donors-list --no-header
