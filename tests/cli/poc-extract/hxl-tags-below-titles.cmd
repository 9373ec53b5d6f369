{ printf 'Made by hand,,,,,,,\n,,,,,,,\n'; cat people/mali-hxl.csv; } | poc-extract --no-header --provenance
