gap-calc --no-header --group-by=operation --years=2017 pages/cameroon-charts-on-one-line.txt pages/cameroon-charts-a-line-each.txt | cut -d, -f1,2
