budget-series --no-header --provenance mali.txt | sed "s/.*,\(.*,.*\)$/\1/" | sort -u
