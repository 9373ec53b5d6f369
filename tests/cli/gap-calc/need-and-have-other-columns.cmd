printf 'needed,got\n10,4\n' | gap-calc --need=needed --have=got money/made-up-stranger.csv -
