printf '2020-01-01,Spain,%s\n' 'MLI;;NER' ';Mali | |Niger;' ' ; ' | sed '1i date,donor,recipient' | donors-list --no-header
