# A table that states the type of some rows has no rows that nobody misses: what is left out is told, what is not known is not.
printf 'Country,Population type,2012\nMali,REF,5\nNiger,,-\nNiger,,6\nChad,-,5\n' | poc-extract --no-header
printf 'Country,Population type,2012\nMali,REF,5\nNiger,,-\n' | poc-extract --no-header
printf '[{"year":2012,"persons":5,"code":"REF"},{"year":2012,"persons":6}]' | poc-extract --no-header --strict
