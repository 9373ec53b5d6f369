for start in 2019-06-30 2019 '' '30 June 2019' 06/30; do
	printf 'name,startDate,requirements\nPlan A,%s,5\n' "$start" | budget-series --no-header
done
