poc-extract -t RET,RST,NAT people/api-solutions.json | awk -F, 'NR > 1 { sum[$5] += $7 } END { for (code in sum) print code, sum[code] }' | sort
