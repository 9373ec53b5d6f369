# A page that comes in twice is in every sum twice; pages of queries that have no URL may be another one's.
page() { printf '{"page":%d,%s"maxPages":2,"items":[{"year":2019,"coa_name":"Mali","coo_name":"%s","refugees":%d}]}\n' "$@"; }
{ page 1 '"short-url":"Xy",' Niger 5; page 2 '"short-url":"Xy",' Chad 6; page 1 '"short-url":"Xy",' Niger 5; } | poc-extract --no-header
{ page 1 '' Niger 5; page 2 '' Chad 6; page 1 '' Togo 5; page 2 '"short-url":"",' Chad 7; } | poc-extract --no-header --strict
{ page 1 '"short-url":"Xy",' Niger 5; page 2 '"short-url":"Xy",' Chad 6; page 1 '"short-url":"Z",' Niger 5; page 2 '"short-url":"Z",' Chad 7; } |
	poc-extract --no-header --strict
