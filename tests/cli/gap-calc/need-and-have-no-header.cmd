gap-calc --no-header --need=needed --have=got money/made-up-stranger.csv
