gap-calc --below=60 --need=needed --have=got money/made-up-stranger.csv
