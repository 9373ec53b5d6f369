gap-calc --group-by=year --need=needed --have=got money/made-up-stranger.csv
