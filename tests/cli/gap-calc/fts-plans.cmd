gap-calc --no-header --below=40 money/fts-plans.json
