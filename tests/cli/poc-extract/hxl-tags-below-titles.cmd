{ printf 'Made by hand,,,,,,,\n,,,,,,,\n'; cat people/made-up-hxl.csv; } | poc-extract --no-header --provenance
