gap-calc --no-header money/fts.csv | cut -d, -f12 | LC_ALL=C awk '{ print $1 == "" ? "" : sprintf("%.0f", $1) }'
