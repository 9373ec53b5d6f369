printf 'Country of asylum,iso3,2011,2012\nChad,TCD,5,\n' | poc-extract --no-header
