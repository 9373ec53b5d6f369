# Commas are between codes, and in names.
printf '2020-01-01,Spain,"%s"\n' 'MLI,NER' 'mli, ner' 'ABC,NER' 'MLI,Niger' 'Mali, Republic of' | sed '1i date,donor,recipient' |
	donors-list --no-header
