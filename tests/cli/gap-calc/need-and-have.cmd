gap-calc --need=needed --have=got money/made-up-stranger.csv
