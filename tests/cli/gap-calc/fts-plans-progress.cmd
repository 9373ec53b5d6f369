gap-calc --no-header money/fts-plan-overview.json | awk -F, '{ print ($12 == "" ? 0 : $12 + 0) }'
