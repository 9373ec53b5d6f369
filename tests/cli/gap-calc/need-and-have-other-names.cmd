printf 'code,sector,needed,got,remark\n7,Food,10,4,\n' | gap-calc --need=needed --have=got money/made-up-stranger.csv -
