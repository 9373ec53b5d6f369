gap-calc --need=need --have=got money/made-up-stranger.csv
