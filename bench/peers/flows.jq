# Contributions out of what FTS answers.
"date,donor,iso3,donor_type,amount,unit,recipient",
(.data.flows[]
	| [.date[:10], first(.sourceObjects[] | select(.type == "Organization") | .name), "", "", .amountUSD, "usd",
	   first(.destinationObjects[] | select(.type == "Location") | .name)]
	| @csv)
