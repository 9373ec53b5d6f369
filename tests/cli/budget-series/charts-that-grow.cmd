for years in 6 6 6 40 40 7; do
	jq -nc --argjson n $years '{categories: [range(1951; 1951 + $n)], budget: [range($n) | . + 0.5]}'
done | budget-series --no-header
