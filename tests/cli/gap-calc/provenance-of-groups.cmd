gap-calc --no-header --provenance --group-by=pillar -p total money/mali.csv | cut -d, -f1,10-
