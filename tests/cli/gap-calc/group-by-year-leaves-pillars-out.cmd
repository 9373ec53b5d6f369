# What has its total among the others is in the sum; what has none is told, unless no total is summed there, or none is wanted.
rows='Mali,2019,total,10,5\nMali,2019,p1,10,5\nNiger,2019,p1,7,5\nNiger,2019,p2,7,5\nNiger,2020,p2,7,5\n'
for by in year operation pillar operation,year; do
	printf "operation,year,pillar,budget,expenditure\n$rows" | gap-calc --group-by="$by" --no-header | cut -d, -f1-3
done
printf "operation,year,pillar,budget,expenditure\n$rows" | gap-calc -p p1 --group-by=year --no-header
