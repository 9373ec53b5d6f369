gap-calc --no-header --below=40 money/made-up-fts-plans.json
