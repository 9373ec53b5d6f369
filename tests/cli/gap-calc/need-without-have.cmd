gap-calc --need=needed money/made-up-stranger.csv
