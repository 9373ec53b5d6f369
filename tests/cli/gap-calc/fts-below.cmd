gap-calc --no-header --below=45 money/fts.csv | cut -d, -f5,6
