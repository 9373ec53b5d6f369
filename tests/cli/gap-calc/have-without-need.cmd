gap-calc --have=got money/made-up-stranger.csv
