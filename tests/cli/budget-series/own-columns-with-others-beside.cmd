# A plan, a revision, or what the source says is funded change nothing of a row of ours; an activity's identifier says where and when.
for other in name,HMLI19 budgetvaluedate,2019-06-30 percentFunded,50 iatiidentifier,XM-DAC-41121-2020-AFR-NER; do
	printf 'operation,iso3,year,pillar,budget,unit,%s\nMali,MLI,2019,p1,5,usd,%s\n' "${other%,*}" "${other#*,}" | budget-series --no-header
done
