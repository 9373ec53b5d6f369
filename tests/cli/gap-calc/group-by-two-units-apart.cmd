gap-calc --group-by=year,pillar --no-header money/made-up-units-apart.csv
