gap-calc --need=needed --have=got money/made-up-stranger.csv money/made-up-stranger.csv
