printf 'Residing in,Origin,Population type,2000,2001\nAlbania,Bosnia,Refugees,,7\nAlbania,Croatia,Refugees,5,\n' | poc-extract --no-header
