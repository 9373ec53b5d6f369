# Two sets of charts are no page of one operation; the charts of one set are, and the same page may come again.
mali='Operation: Mali\n{"categories":[2019],"budget":[3],"expenditure":[2]}\n{"categories":[2019],"pillar 1":[3]}\n'
printf "$mali"'Operations: Niger\n{"categories":[2019],"budget":[5]}\n' | budget-series --no-header --strict
echo $?
printf "$mali$mali" | budget-series --no-header
# another year is no reason to doubt, nor what a chart says of itself
printf "$mali"'{"categories":[2020],"budget":[5]}\n{"operation":"Niger","categories":[2020],"budget":[7]}\n' | budget-series --no-header
# in JSON the operation is named or not, heading or none
printf '{"categories":[2019],"budget":[3]}\n{"categories":[2019],"budget":[5]}\n' | budget-series --no-header
