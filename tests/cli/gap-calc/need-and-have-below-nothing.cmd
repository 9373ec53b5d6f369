gap-calc --below=-1 --need=needed --have=got money/made-up-stranger.csv
