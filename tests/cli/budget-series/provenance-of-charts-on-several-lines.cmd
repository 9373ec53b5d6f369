for f in over-several-lines a-line-each; do budget-series --no-header --provenance pages/cameroon-charts-$f.txt | sed "s/.*,//" | sort | uniq -c | tr -s " "; done
